/* Whether the browser keeps what is stored until someone deletes it. It may not know such a promise, or throw. */

type Ask = 'persist' | 'persisted';

async function answer(ask: Ask): Promise<boolean | undefined> {
	try {
		return await navigator.storage[ask]();
	} catch {
		return undefined;
	}
}

/** Some browsers ask whoever sits before them. */
export const askToStay = (): Promise<boolean | undefined> => answer('persist');

export const stays = (): Promise<boolean | undefined> => answer('persisted');
