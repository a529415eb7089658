// An SMTP server that takes every message and keeps none. The first line it reads is its certificate as JSON, its first answer
// the port it listens on; each further line is answered with how many messages and connections there have been.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

// The library waits so long before it greets, for clients that speak too soon. That wait is not what is to be measured.
const later = globalThis.setTimeout;
globalThis.setTimeout = (work, milliseconds, ...rest) => later(work, milliseconds === 100 ? 0 : milliseconds, ...rest);

let messages = 0, connections = 0, server;

function onData(stream, session, done) {
  stream.resume();
  stream.on('end', () => { messages++; done(); });
}

for await (const line of createInterface({ input: process.stdin })) {
  if (server) {
    console.log(JSON.stringify({ messages, connections }));
    continue;
  }
  server = new SMTPServer({
    ...JSON.parse(line), onData, authOptional: true, disabledCommands: ['AUTH'], disableReverseLookup: true,
    onConnect: (session, done) => { connections++; done(); },
  });
  server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
}
process.exit();
