// A plugin's frontend folder: which modules it has follows from its folders.
//   {admin,mobile,desktop}-app/index.ts   pages, entry of that app: @peek/<plugin>/_private/<app>-app
//   api/<name>/index.ts                   what other plugins may import: @peek/<plugin>/<name>
// @peek/<plugin>/tuples and @peek/<plugin>/_private/tuples are written from the plugin's Java types.
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, readJson } from './files.mjs';

const APPS = ['admin', 'mobile', 'desktop'];

/** @param folder the plugin's module folder, or its `src/main/frontend` */
export function readProject(folder) {
  const nested = path.resolve(folder, 'src/main/frontend');
  const sources = fs.existsSync(nested) ? nested : path.resolve(folder);
  const plugin = pluginId(sources);
  const apps = APPS.filter(app => fs.existsSync(path.join(sources, `${app}-app/index.ts`)));
  const apis = folders(path.join(sources, 'api')).filter(api => fs.existsSync(path.join(sources, 'api', api, 'index.ts')));
  if (apis.includes('tuples')) {
    throw new Error(`${sources}/api/tuples takes the place of @peek/${plugin}/tuples, which the build writes from Java types. Rename the folder.`);
  }
  if (apps.length + apis.length === 0) {
    throw new Error(`${sources} has neither {admin,mobile,desktop}-app/index.ts nor api/<name>/index.ts: nothing to build.`);
  }
  return {
    plugin,
    sources,
    apps: Object.fromEntries(apps.map(app => [app, { entry: `@peek/${plugin}/_private/${app}-app` }])),
    entries: {
      ...Object.fromEntries(apps.map(app => [`@peek/${plugin}/_private/${app}-app`, `${app}-app/index.js`])),
      ...Object.fromEntries(apis.map(api => [`@peek/${plugin}/${api}`, `api/${api}/index.js`])),
    },
    apis,
    views: filesBelow(sources).some(name => name.endsWith('.native.html')) ? ['web', 'native'] : ['web'],
  };
}

/** The id is written once, in the descriptor beside the frontend folder. */
function pluginId(sources) {
  const descriptor = path.resolve(sources, '../resources/plugin.json');
  if (!fs.existsSync(descriptor)) {
    throw new Error(`${descriptor} is missing: it gives the plugin its id.`);
  }
  const { id } = readJson(descriptor);
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(id ?? '')) {
    throw new Error(`${descriptor} has the id '${id}', which is not [a-z][a-z0-9-]{1,39}.`);
  }
  return id;
}

function folders(parent) {
  if (!fs.existsSync(parent)) {
    return [];
  }
  return fs.readdirSync(parent, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort();
}
