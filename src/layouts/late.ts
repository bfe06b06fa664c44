/* What script adds to every page once someone reaches for it: reading does not wait or pay for it. */
import './from-folder.ts';
import './icon.ts';
import '../text/copy-citation.ts';
import '../text/open-uses.ts';
import { keep } from '../features/offline/keep.ts';
import { showState } from '../features/offline/panel.ts';

void keep().then(showState);
