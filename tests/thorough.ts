/** Set by `npm run test:long`: everything, where `npm test` takes what differs most. */
export const thorough = process.env.THOROUGH === '1';
