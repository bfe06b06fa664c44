import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ContentError } from '../clauses/fault.ts';
import { loadLibrary } from '../content/library.ts';

/** Stops every build whose content has a fault, with one message and exit code 1. */
export function contentCheck(): AstroIntegration {
	return {
		name: 'content-check',
		hooks: {
			'astro:config:setup': ({ command, config, logger }) => {
				if (command === 'preview') return;
				try {
					const { documents } = loadLibrary(fileURLToPath(config.root));
					logger.info(`${documents.length} documents agree with their captures, word for word.`);
				} catch (error) {
					if (!(error instanceof ContentError)) throw error;
					logger.error(`\n${error.message}\n`);
					if (command === 'build') process.exit(1);
				}
			},
		},
	};
}
