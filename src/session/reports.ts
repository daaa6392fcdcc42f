// Where the learner stands, gathered for the commands that only look. One file for each report.

export { attemptReport } from './reports/attempt-report.ts';
export { deckReport } from './reports/deck-report.ts';
export { type Extent, historyReport } from './reports/history-report.ts';
export { homeReport } from './reports/home-report.ts';
export { waitingIn } from './reports/kept-back.ts';
export { bookmarksReport, disputesReport } from './reports/marks-report.ts';
export { whyReport } from './reports/why-report.ts';
