// A server to compare with: `node --expose-gc peer.mjs ws|socket.io <port>`. It does what its own manual says for a
// broadcast to all who observe a series, and nothing else. POST /load starts readings; GET /state tells memory and time.
import http from 'node:http';
import { WebSocketServer } from 'ws';
import { Server } from 'socket.io';
import { Readings } from './readings.mjs';

const [kind, port] = process.argv.slice(2);
const readings = new Readings();
const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  if (request.url === '/load') readings.start(JSON.parse(body), say);
  global.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  response.end(JSON.stringify({ heap: heapUsed + external, rss, cpu: (user + system) / 1e6, changes: readings.changes }));
});
const say = kind === 'ws' ? plainWs() : socketIo();
server.listen(Number(port), '127.0.0.1');

function plainWs() {
  const rooms = new Map();
  const room = series => rooms.get(series) ?? rooms.set(series, new Set()).get(series);
  new WebSocketServer({ server, path: '/live', perMessageDeflate: false }).on('connection', socket => {
    const mine = [];
    socket.on('error', () => socket.terminate());
    socket.on('message', text => {
      for (const series of JSON.parse(text).observe) {
        room(series).add(socket);
        mine.push(series);
      }
      socket.send('{"observed":true}');
    });
    socket.on('close', () => mine.forEach(series => room(series).delete(socket)));
  });
  return (series, text) => {
    const bytes = Buffer.from(`{"t":"value","s":"${series}"}\n${text}`);
    for (const socket of room(series)) socket.send(bytes, { binary: true });
  };
}

function socketIo() {
  const io = new Server(server, { pingInterval: 600_000, pingTimeout: 600_000, perMessageDeflate: false });
  io.on('connection', socket => {
    socket.on('observe', series => {
      socket.join(series);
      socket.emit('observed', true);
    });
  });
  return (series, text) => io.to(series).emit('value', series, text);
}
