import { crc32 } from 'node:zlib';

const DATE = 0x21; // 1 January 1980, the first that zip knows

/** A zip archive of these files, uncompressed. */
export function storedZip(files: Readonly<Record<string, string>>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const described = description(Buffer.from(name), content);
    const entry = Buffer.concat([numbers([0x04034b50, 4]), described, Buffer.from(name), content]);
    directory.push(Buffer.concat([numbers([0x02014b50, 4], [20, 2]), described, numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), Buffer.from(name)]));
    entries.push(entry);
    offset += entry.length;
  }
  const listing = Buffer.concat(directory);
  const count = entries.length;
  return Buffer.concat([...entries, listing, numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [listing.length, 4], [offset, 4], [0, 2])]);
}

/** What stands in front of an entry and in the directory alike: version, flags, method, time, date, checksum, sizes, lengths of name and extra field. */
function description(name: Buffer, content: Buffer): Buffer {
  return numbers([20, 2], [0, 2], [0, 2], [0, 2], [DATE, 2], [crc32(content), 4], [content.length, 4], [content.length, 4], [name.length, 2], [0, 2]);
}

function numbers(...values: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}
