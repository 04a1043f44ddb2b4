package app.ajar.bench;

import org.springframework.data.jpa.repository.JpaRepository;

interface Entries extends JpaRepository<Entry, Long> {}
