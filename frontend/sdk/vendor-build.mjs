// Builds the shared libraries for the browser. usage: node vendor-build.mjs <outDir>
import path from 'node:path';
import { writeJson } from './lib/files.mjs';
import { buildVendor } from './lib/vendor.mjs';

const out = process.argv[2];
if (!out) {
  console.error('usage: node vendor-build.mjs <outDir>');
  process.exit(2);
}
const vendor = await buildVendor(path.resolve(out));
writeJson(path.join(out, 'vendor.json'), vendor);
console.log(`vendor: Angular ${vendor.angular}, ${Object.keys(vendor.modules).length} specifiers`);
