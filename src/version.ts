/** Version of the package, as in package.json. */
export const toolVersion = '0.1.0'

/** Raised whenever a rule changes what is made of a document. */
export const rulesVersion = '3'
