import { type ChildProcess, spawn } from 'node:child_process';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Starts a program that leads a group of its own, so that it ends with all it started. */
export function begin(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
	const child = spawn(command, args, {
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...env },
	});
	process.once('exit', () => end(child));
	return child;
}

/** Waits until a program says what is looked for, and gives what the pattern took out of it. */
export function said(child: ChildProcess, pattern: RegExp): Promise<string> {
	return new Promise((done, fail) => {
		let text = '';
		const hear = (chunk: Buffer) => {
			text += chunk;
			const found = pattern.exec(text);
			if (found) done(found[1] ?? found[0]);
		};
		child.stdout?.on('data', hear);
		child.stderr?.on('data', hear);
		child.once('error', fail);
		child.once('exit', () => fail(new Error(`${child.spawnfile} ended at once: ${text}`)));
	});
}

export function end({ pid }: ChildProcess): void {
	try {
		if (pid) process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended by itself.
	}
}
