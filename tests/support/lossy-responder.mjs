// A UDP echo responder that loses, delays, reorders and repeats by rule: `lossy-responder.mjs ADDRESS RULE-AS-JSON`.
// Prints its port. What it does depends on the number of the packet alone, so that every run does the same.
import { createSocket } from 'node:dgram';

/**
 * @typedef {object} ResponderRule
 * @property {number} [lose] how many of every {@link ResponderRule.of} packets get no answer
 * @property {number} [of]
 * @property {number} [silentAfter] packets after which nothing is answered any more
 * @property {readonly number[]} [delays] ms before an answer, in turn; unequal ones bring answers out of order
 * @property {number} [copies] how often every answer is sent
 */

const [address = '127.0.0.1', rule = '{}'] = process.argv.slice(2);
const {
  lose = 0,
  of = 1,
  silentAfter = Infinity,
  delays = [0],
  copies = 1,
} = /** @type {ResponderRule} */ (JSON.parse(rule));

const socket = createSocket('udp4');
let count = 0;
socket.on('message', (packet, { port, address: sender }) => {
  const index = count++;
  if (index >= silentAfter || index % of < lose) return;
  const answer = () => {
    for (let copy = 0; copy < copies; copy++) socket.send(packet, port, sender, () => undefined);
  };
  const delay = delays[index % delays.length] ?? 0;
  if (delay === 0) answer();
  else setTimeout(answer, delay);
});
socket.bind(0, address, () => console.log(socket.address().port));
// Its test is gone: nobody asks any more.
process.stdin.on('end', () => process.exit(0)).resume();
