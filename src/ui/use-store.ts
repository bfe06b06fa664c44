import { useLayoutEffect, useState } from 'preact/hooks';

interface Store<All> {
	get: () => All;
	listen: (heard: () => void) => () => void;
}

/**
 * What a store holds, or a part of it. Drawn anew before the next event, so that nobody acts on what is no longer so;
 * not at all where the part is the same. What `pick` picks stays what it was at first.
 */
export function useStore<All, Part = All>(store: Store<All>, pick = (all: All) => all as unknown as Part): Part {
	const [, drawFor] = useState(() => pick(store.get()));
	useLayoutEffect(() => {
		const hear = () => drawFor(() => pick(store.get()));
		hear();
		return store.listen(hear);
	}, [store]);
	return pick(store.get());
}
