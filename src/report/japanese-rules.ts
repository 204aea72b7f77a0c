/** The Japanese wording of every rule. */
export { japaneseChecks } from './japanese-checks.js'
export { japaneseDecisions } from './japanese-decisions.js'
export { japaneseIssues } from './japanese-issues.js'
