import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/* What never changes at run time (spaces, sizes, the font) is written into the styles where it is used. */

const known = new Map(
	Array.from(
		readFileSync('src/styles/constants.css', 'utf8').matchAll(/(--[\w-]+): (.*);/g),
		([, name = '', value = '']) => [name, value],
	),
);

/** A sheet in one piece, for what it imports is not shown to plugins. */
const whole = (css: string, folder: string): string =>
	css
		.replace(/@import "(.*)";/g, (_, name: string) => {
			const file = join(folder, name);
			return whole(readFileSync(file, 'utf8'), dirname(file));
		})
		.replace(/var\((--[\w-]+)\)/g, (said, name: string) => known.get(name) ?? said);

/** A Vite plugin, typed by what it does: Vite is Astro's dependency, not ours. */
export const constants = () => ({
	name: 'constants',
	enforce: 'pre' as const,
	transform: {
		filter: { id: /\.css(\?|$)/ },
		handler: (css: string, id: string) => whole(css, dirname(id)),
	},
});
