/** What an amount of money is. */
export type Role = 'budget' | 'comparison' | 'change' | 'rate' | 'commitment' | 'context'
