/** A catalogue that weighs more than this when compressed would come too late; the index answers then. */
export const heaviest = 100 * 1024;
