import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { geodataDir, loadDataset } from '../geodata/dataset.ts';
import type { DatasetInfo } from '../../model/dataset.ts';
import { packagesOf, type Package } from './packages.ts';

/** In the build, beside the pages; “About the data” links it. */
const LICENCES_FILE = 'licences.txt';

/**
 * No module of the build: the fonts were cut to the letters that the site uses by `src/tools/fonts`, and the bundlers lay a
 * few lines of their own into what they bundle.
 */
const BESIDE = ['@fontsource/noto-sans', 'rolldown', 'vite'];

/**
 * Writes the licences of all that the build contains, in full: the program, the data, and each package of which code or
 * files are in it, taken from the modules that were bundled.
 */
export function licences(dir: string = geodataDir()): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? Object.keys(output.modules) : output.originalFileNames.map((file) => resolve(file))
      );
      const packages = packagesOf([...modules, ...BESIDE.map((name) => resolve('node_modules', name, 'package.json'))]);
      const source = licenceText(readFileSync('LICENSE', 'utf8'), loadDataset(dir).info, packages);
      this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source });
    }
  };
}

/** Between the texts of two licences. */
const RULE = `\n\n${'='.repeat(80)}\n\n`;

/** The file: a list of everything, then each licence in full. Pure: equal arguments give equal text. */
export function licenceText(own: string, info: DatasetInfo, packages: readonly Package[]): string {
  const data = [
    ...info.licences.map(({ what, licence, href }) => `${what}: ${licence}\n  ${href}`),
    ...info.attribution.map(({ text, href }) => `${text}\n  ${href}`)
  ];
  const parts = packages.map(
    ({ name, version, licence, text }) =>
      `${name} ${version} (${licence})\n\n${text ?? 'The package brings no text of its licence.'}`
  );
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`);
  return (
    [
      `Licences of all that this site contains\n\nData, and the site as a whole:\n\n${data.join('\n')}\n\nPrograms and fonts of others:\n\n${list.join('\n')}`,
      `The program of this site\n\n${own.trim()}`,
      ...parts
    ].join(RULE) + '\n'
  );
}
