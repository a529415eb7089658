// The SMTP server that tests talk to. Reads one command per line as JSON and answers each with one line,
// so that a test which has its answer knows the server is in that state.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';

let server, port = 0, connections = 0, goodbyes = 0, messages = [], behaviour = {}, settings = {};

// A reply as it goes over the line: "550 5.1.1 No such mailbox here".
const replying = reply => Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });

// Counts down a behaviour that is wanted only so many times, once what is to go well before it has.
function stillWanted(name) {
  if (!behaviour[name] || behaviour.after-- > 0) return false;
  return behaviour[name]-- > 0;
}

const connectionOf = session => [...server.connections].find(connection => connection.session === session);

function hangUp(session) {
  connectionOf(session)?._socket.destroy();
}

function onConnect(session, done) {
  connections++;
  if (behaviour.silentAt === 'connect') return;
  const connection = connectionOf(session);
  const quit = connection.handler_QUIT;
  connection.handler_QUIT = (...of) => { goodbyes++; quit.apply(connection, of); };
  if (behaviour.startTls === 'refused') connection.handler_STARTTLS = (_, next) => {
    connection.send(454, '4.7.0 TLS not available');
    next();
  };
  const signsIn = behaviour.user || behaviour.tokens;
  const encrypts = (signsIn || behaviour.startTls) && behaviour.startTls !== 'hidden';
  session.disabledCommands = [...signsIn ? [] : ['AUTH'], ...encrypts ? [] : ['STARTTLS']];
  done(behaviour.at === 'connect' ? replying(behaviour.reply) : null);
}

function onMailFrom(address, session, done) {
  if (stillWanted('hangUpBetween')) return hangUp(session);
  if (behaviour.at === 'sender') return done(replying(behaviour.reply));
  if (behaviour.messagesEach && (session.served ?? 0) >= behaviour.messagesEach) {
    setTimeout(() => hangUp(session), 20);
    return done(replying('421 4.7.0 Too many messages over one connection'));
  }
  done();
}

function onRcptTo(address, session, done) {
  const reply = behaviour.replies?.[address.address];
  if (reply) return done(replying(reply));
  if (stillWanted('tryLater')) return done(replying('451 4.7.1 Greylisted, try again later'));
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
    if (behaviour.silentAt === 'data') return;
    if (behaviour.at === 'data') return done(replying(behaviour.reply));
    session.served = (session.served ?? 0) + 1;
    messages.push({
      from: session.envelope.mailFrom.address,
      to: session.envelope.rcptTo.map(to => to.address),
      user: session.user || null,
      secure: session.secure,
      raw: Buffer.concat(chunks).toString('base64'),
    });
    if (stillWanted('hangUpBeforeReply')) hangUp(session);
    else done();
  });
}

function onAuth(auth, session, done) {
  const isToken = auth.method === 'XOAUTH2';
  const known = auth.username === behaviour.user && (isToken ? behaviour.tokens?.includes(auth.accessToken) : auth.password === behaviour.password);
  if (isToken) done(null, known ? { user: auth.username } : { data: { status: '401', schemes: 'bearer' } });
  else done(known ? null : replying('535 5.7.8 Wrong user name or password'), known ? { user: auth.username } : undefined);
}

const commands = {
  up: wanted => new Promise((resolve, reject) => {
    settings = { ...settings, ...wanted };
    server = new SMTPServer({
      ...settings, onConnect, onMailFrom, onRcptTo, onData, onAuth, authOptional: !behaviour.user,
      closeTimeout: 1, disableReverseLookup: true,
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
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
    server.options.hideENHANCEDSTATUSCODES = !behaviour.saysEnhancedCodes;
    server.options.hideSMTPUTF8 = !!behaviour.hidesUtf8;
    return {};
  },
  received: () => ({ messages, connections, goodbyes }),
  forget: () => { messages = []; connections = 0; goodbyes = 0; return {}; },
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
