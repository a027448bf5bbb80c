// Reads with the package `systeminformation` what our collectors read, every two seconds.
import si from 'systeminformation';

async function tick() {
  await si.currentLoad();
  await si.mem();
  await si.cpuTemperature();
  await si.fsSize();
  await si.fsStats();
  await si.disksIO();
  await si.networkStats();
  await si.battery();
}

setInterval(() => void tick(), 2_000);
console.log('reading');
