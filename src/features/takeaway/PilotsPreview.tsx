import { factsIn, nameOfPilot } from '../../pilots/facts.ts';
import { pilotsIn } from '../../pilots/pilots.ts';
import { deletedAt } from '../../trash/trash.ts';
import { type Homes, nowhere } from './homes.ts';
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
	const out = [...homes.values()].includes(nowhere);
	const onlyHere = here.length === 1 && [...homes.values()].every((home) => home === here[0]?.id);
	if (!out && (here.length === 0 || onlyHere)) return null;
	return (
		<>
			{Array.from(brought.values(), ({ id, unit, called }) => {
				const home = homes.get(id) ?? id;
				return (
					<label key={id} class="home">
						“{called || unit || '没有写单位的'}”归到哪个试点
						<select value={home} onChange={({ currentTarget: { value } }) => move(new Map(homes).set(id, value))}>
							{!here.some((pilot) => pilot.id === id) && <option value={id}>新的试点</option>}
							<option value={nowhere}>不带回{deletedAt(`pilot ${id}`, stored) && '：在这台电脑上删掉过'}</option>
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
