// A global style sheet: Sass to CSS, with the fonts and images that it names.
import esbuild from 'esbuild';
import path from 'node:path';
import { compileSass } from './compile.mjs';
import { SDK } from './files.mjs';

/**
 * @param file the style sheet, `.scss`
 * @param out folder to write to; fonts and images go there as well, all under hashed names
 * @returns name of the written style sheet
 */
export async function bundleStyle(file, out) {
  const result = await esbuild.build({
    absWorkingDir: path.dirname(file),
    stdin: { contents: compileSass(file), loader: 'css', resolveDir: path.dirname(file) },
    bundle: true,
    minify: true,
    outdir: out,
    entryNames: `${path.parse(file).name}-[hash]`,
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file' },
    nodePaths: [path.join(SDK, 'node_modules')],
    metafile: true,
    logLevel: 'warning',
  });
  return path.basename(Object.keys(result.metafile.outputs).find(name => name.endsWith('.css')));
}
