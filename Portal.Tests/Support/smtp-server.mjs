// The SMTP server that tests talk to. Reads one command per line as JSON and answers each with one line,
// so that a test which has its answer knows the server is in that state.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

let server, port = 0, connections = 0, messages = [], behaviour = {}, certificate = {};

const smtpError = (code, words) => Object.assign(new Error(words), { responseCode: code });

// Counts down a behaviour that is wanted only so many times.
const stillWanted = name => behaviour[name] > 0 && behaviour[name]-- > 0;

function hangUp(session) {
  for (const connection of server.connections)
    if (connection.session === session) connection._socket.destroy();
}

function onRcptTo(address, session, done) {
  if (behaviour.refused?.includes(address.address)) return done(smtpError(550, '5.1.1 No such mailbox here'));
  if (stillWanted('tryLater')) return done(smtpError(451, '4.7.1 Greylisted, try again later'));
  done();
}

function onData(stream, session, done) {
  if (stillWanted('hangUpDuringData')) {
    stream.resume();
    return hangUp(session);
  }
  const chunks = [];
  stream.on('data', chunk => chunks.push(chunk));
  stream.on('end', () => {
    messages.push({
      from: session.envelope.mailFrom.address,
      to: session.envelope.rcptTo.map(to => to.address),
      user: session.user ?? null,
      secure: session.secure,
      raw: Buffer.concat(chunks).toString('base64'),
    });
    if (stillWanted('hangUpBeforeReply')) hangUp(session);
    else done();
  });
}

function onAuth(auth, session, done) {
  const known = auth.username === behaviour.user && auth.password === behaviour.password;
  done(known ? null : smtpError(535, '5.7.8 Wrong user name or password'), known ? { user: auth.username } : undefined);
}

const commands = {
  up: ({ cert, key }) => new Promise((resolve, reject) => {
    if (cert) certificate = { cert, key };
    server = new SMTPServer({
      ...certificate, onRcptTo, onData, onAuth, authOptional: !behaviour.user, closeTimeout: 1, disableReverseLookup: true,
      onConnect(session, done) {
        connections++;
        if (!behaviour.user) session.disabledCommands = ['AUTH', 'STARTTLS'];
        done();
      },
    });
    server.on('error', error => { if (error.syscall === 'listen') reject(error); });
    server.listen(port, '127.0.0.1', () => resolve({ port: port = server.server.address().port }));
  }),
  down: () => new Promise(resolve => {
    server.close(() => resolve({}));
    for (const connection of server.connections) connection._socket.destroy();
  }),
  behave: wanted => {
    behaviour = wanted;
    server.options.authOptional = !behaviour.user;
    return {};
  },
  received: () => ({ messages, connections }),
  forget: () => { messages = []; connections = 0; return {}; },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...wanted } = JSON.parse(line);
  try {
    console.log(JSON.stringify(await commands[command](wanted)));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
process.exit();
