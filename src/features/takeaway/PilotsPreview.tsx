import { factsIn, nameOfPilot } from '../../pilots/facts.ts';
import { pilotsIn } from '../../pilots/pilots.ts';
import type { Homes } from './homes.ts';
import type { BroughtFile } from './read-file.ts';

interface Props {
	files: readonly BroughtFile[];
	stored: ReadonlyMap<string, unknown>;
	homes: Homes;
	move: (homes: Homes) => void;
}

/** Whose what is brought in will be; asked only where there is something to choose. */
export function PilotsPreview({ files, stored, homes, move }: Props) {
	const here = pilotsIn([...stored]);
	const brought = new Map(files.flatMap(({ pilots }) => pilots.map((pilot) => [pilot.id, pilot] as const)));
	if (here.length === 0 || (here.length === 1 && [...homes.values()].every((home) => home === here[0]?.id)))
		return null;
	return (
		<>
			{Array.from(brought.values(), ({ id, unit, called }) => {
				const home = homes.get(id) ?? id;
				return (
					<label key={id} class="home">
						“{called || unit || '没有写单位的'}”归到哪个试点
						<select value={home} onChange={({ currentTarget: { value } }) => move(new Map(homes).set(id, value))}>
							{!here.some((pilot) => pilot.id === id) && <option value={id}>新的试点</option>}
							{here.map((pilot) => (
								<option key={pilot.id} value={pilot.id}>
									{nameOfPilot(factsIn(pilot.id, (key) => stored.get(key)))}
								</option>
							))}
						</select>
					</label>
				);
			})}
		</>
	);
}
