import { ingestCommand } from '../src/ingest/io/ingest-command.ts';

// `npm run ingest`: see ingestCommand for arguments and exit codes.
process.exitCode = await ingestCommand({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
});
