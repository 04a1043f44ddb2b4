-- What wrk sends for saving and working. After "--": what to do, and a file with open notebooks (cookies, token, words).
--   keep FILE      the Keep button under a new note: POST /notebook/notes, each time another note of another notebook
--   autosave FILE  a pause while writing: POST /notebook/autosave with the note that is there, changed, at its revision
--   insert         the bare insert form
--   open FILE      a notebook opened with its six words
--   post ADDRESS FIELDS   any form without a token
local ADDRESS = { keep = "/notebook/notes", autosave = "/notebook/autosave", insert = "/", open = "/notebook/open" }
local WANTED = { keep = 303, autosave = 200, insert = 303, open = 303, post = 200 }
local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

local function encoded(text)
  return (text:gsub("[^%w ]", function(c) return string.format("%%%02X", string.byte(c)) end):gsub(" ", "+"))
end

local function hex(digits)
  local text = {}
  for i = 1, digits do text[i] = string.format("%x", math.random(0, 15)) end
  return table.concat(text)
end

local function id() return hex(8) .. "-" .. hex(4) .. "-4" .. hex(3) .. "-8" .. hex(3) .. "-" .. hex(12) end

-- 600 characters, as somebody may write at night.
local SENTENCE = "We sat in the car again, and neither of us said it. I wanted to ask & did not; maybe on Sunday. "
local text = encoded(SENTENCE:rep(7):sub(1, 600))

function init(args)
  what = args[1]
  wrong, at, books, waiting = 0, 0, {}, {}
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  address = ADDRESS[what] or args[2]
  if what == "post" then
    fixed = wrk.format(nil, address, nil, args[3])
  elseif what == "insert" then
    math.randomseed(os.time() * 10 + number)
  else
    math.randomseed(os.time() * 10 + number)
    local line_number = 0
    for line in io.lines(args[2]) do
      -- Each thread has notebooks of its own, more than it has clients: no two requests meet in one.
      line_number = line_number + 1
      if line_number % 2 == number % 2 then
        local cookies, token, words = line:match("([^\t]*)\t([^\t]*)\t([^\t]*)")
        table.insert(books, { cookies = cookies, token = encoded(token), words = encoded(words) })
      end
    end
  end
end

local function note(book, id, revision, body)
  return wrk.format(nil, address, { ["Cookie"] = book.cookies, ["Content-Type"] = wrk.headers["Content-Type"] },
    "_csrf=" .. book.token .. "&section=&revision=" .. revision .. "&note=" .. id .. "&title=In+the+car&mood=&body=" .. body)
end

function request()
  if fixed then return fixed end
  -- Made anew each time, as a note is, since it is the same machine that makes it.
  if what == "insert" then return wrk.format(nil, address, nil, "text=" .. text .. id()) end
  at = at % #books + 1
  local book = books[at]
  if what == "open" then
    local form = book.cookies:match("form=[^;]*")
    return wrk.format(nil, address, { ["Cookie"] = form, ["Content-Type"] = wrk.headers["Content-Type"] },
      "_csrf=" .. book.token .. "&key-words=" .. book.words)
  end
  if what == "keep" then return note(book, id(), "-1", text) end
  -- The next note that is not on its way: each answer says which one came back, and at what revision.
  local written = table.remove(waiting, 1)
  if not written then
    written = { book = book, id = id(), revision = "-1", times = 0 }
  end
  written.times = written.times + 1
  under_way = under_way or {}
  under_way[written.id] = written
  return note(written.book, written.id, written.revision, text .. written.times)
end

function response(status, headers, body)
  if status ~= WANTED[what] then
    wrong = wrong + 1
    last_wrong = status
  end
  if what == "autosave" and status == 200 then
    local written = under_way[body:match('"note":"([^"]*)"')]
    written.revision = body:match('"revision":(%d+)')
    under_way[written.id] = nil
    table.insert(waiting, written)
  end
end

function done(summary, latency, requests)
  local all, last = 0, nil
  for _, thread in ipairs(threads) do
    all = all + thread:get("wrong")
    last = thread:get("last_wrong") or last
  end
  print("wrong answers: " .. all .. (last and ", the last " .. last or ""))
end
