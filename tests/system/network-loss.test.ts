import { describe } from 'vitest';
import { udpCases } from '../support/loss-cases.js';

describe('a lossy responder on loopback', () => {
  udpCases(() => ({ address: '127.0.0.1' }));
});
