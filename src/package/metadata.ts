/** Names of packages, which are part of addresses and of names of files. */
export const packageName = /^[a-z0-9][-a-z0-9._]{0,99}$/u

/** What a publisher says of a package. */
export interface Metadata {
  /** Fits `packageName`. */
  readonly name: string
  readonly title: string
  readonly licence: Licence
  readonly contributors: readonly Contributor[]
  /** Where the package is published. */
  readonly homepage: string | null
}

export interface Licence {
  readonly name: string
  readonly path: string
  readonly title: string
}

export interface Contributor {
  readonly title: string
  readonly roles: readonly string[]
}

/** The role of yosan among the contributors of a package. */
export const software = 'software'

/** The licence of a package for which none is asked for. */
export const usualLicence: Licence = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0 International',
}

/** Licences for open data, by their Open Definition identifiers. */
export const licences: readonly Licence[] = [
  usualLicence,
  {
    name: 'CC0-1.0',
    path: 'https://creativecommons.org/publicdomain/zero/1.0/',
    title: 'CC0 1.0 Universal',
  },
  {
    name: 'CC-BY-SA-4.0',
    path: 'https://creativecommons.org/licenses/by-sa/4.0/',
    title: 'Creative Commons Attribution-ShareAlike 4.0 International',
  },
  {
    name: 'ODC-BY-1.0',
    path: 'https://opendatacommons.org/licenses/by/1-0/',
    title: 'Open Data Commons Attribution License v1.0',
  },
  {
    name: 'ODbL-1.0',
    path: 'https://opendatacommons.org/licenses/odbl/1-0/',
    title: 'Open Data Commons Open Database License v1.0',
  },
  {
    name: 'PDDL-1.0',
    path: 'https://opendatacommons.org/licenses/pddl/1-0/',
    title: 'Open Data Commons Public Domain Dedication and License v1.0',
  },
]
