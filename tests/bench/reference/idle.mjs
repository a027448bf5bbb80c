// A helper process that does nothing: as many processes as the program has.
process.parentPort.on('message', () => undefined);
