/** What the server is told at each start: settings belong to the program's version, not to the data. */
export function serverSettings(port: number, durable: boolean): readonly string[] {
  return [...Object.entries(COMMON), ...Object.entries(durable ? {} : FORGETFUL), ['port', String(port)]].flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
}

const COMMON = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 107 bytes at most, which data folders exceed.
  unix_socket_directories: '',
  // The pools of the application and of the queue, and a margin for operators; an idle connection costs little.
  max_connections: '200',
  // The machine is shared with the application: the system's file cache does the rest.
  shared_buffers: '128MB',
  work_mem: '8MB',
  // Keeps the write-ahead log of a quiet installation from growing to its default of 1 GB.
  max_wal_size: '512MB',
  // Compiling a plan takes longer than our short queries.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_checkpoints: 'off',
  // The details of an error quote rows, and rows hold personal data.
  log_error_verbosity: 'terse',
};

/** For tests: a crash of the machine may lose everything, and nothing waits for the disk. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
