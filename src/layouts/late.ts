/* What script adds to every page once someone reaches for it: reading does not wait or pay for it. */
import './from-folder.ts';
import './icon.ts';
import { mountOffline } from '../features/offline/mount-offline.ts';
import { mountCopyCitation } from '../text/mount-copy-citation.ts';
import { mountOpenUses } from '../text/mount-open-uses.ts';

for (const mount of [mountCopyCitation, mountOpenUses, mountOffline]) mount(document.body);
