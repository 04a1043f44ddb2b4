// The answer to a form is in the history together with the form. Under the same address without it, neither Back nor a
// reload asks to send private words again, or shows an error: they show the empty page that the form was on.
history.replaceState(null, "", location.pathname);
