import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { NotRead } from './NotRead.tsx';

interface LaterProps<P> {
	/** Fetches the part. */
	load: () => Promise<ComponentType<P>>;
	props: P;
	/** The part, where it is there already. */
	part?: ComponentType<P> | undefined;
	/** What the button says that asks for it; without one it comes by itself. */
	ask?: string | undefined;
}

/** A part of the page whose script comes after the rest, or when it is asked for. */
export function Later<P extends object>({ load, props, part, ask }: LaterProps<P>) {
	const [state, setState] = useState<{ Part: ComponentType<P> | undefined; now: 'idle' | 'coming' | 'failed' }>({
		Part: part,
		now: 'idle',
	});
	const fetchIt = () => {
		setState({ Part: undefined, now: 'coming' });
		load().then(
			(Part) => setState({ Part, now: 'idle' }),
			() => setState({ Part: undefined, now: 'failed' }),
		);
	};
	useEffect(() => {
		if (ask === undefined && !part) fetchIt();
	}, []);
	const { Part, now } = state;
	if (Part) return <Part {...props} />;
	if (now === 'failed') return <NotRead what="这一部分没有读到" again={fetchIt} />;
	if (ask === undefined) return null;
	return (
		<p class="tools">
			<button type="button" disabled={now === 'coming'} onClick={fetchIt}>
				{now === 'coming' ? '正在读……' : ask}
			</button>
		</p>
	);
}
