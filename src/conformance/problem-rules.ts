/** error: the package is not what it says; warning: look at it, or: this was not checked. */
export type ProblemSeverity = 'error' | 'warning'

export interface ProblemRule {
  readonly severity: ProblemSeverity
  /** One English sentence: what is wrong. */
  readonly title: string
}

/** Every kind of trouble in a Data Package, in the order in which a package is checked: descriptor, files, tables, cells, keys,
 * and what our own tables say of each other. */
export const problemRules = {
  descriptor_unreadable: { severity: 'error', title: 'The descriptor is no JSON object in UTF-8.' },
  descriptor_invalid: { severity: 'error', title: 'The descriptor is not what the Data Package specification wants.' },
  duplicate_resource_name: { severity: 'error', title: 'Two resources have the same name.' },
  duplicate_field_name: { severity: 'warning', title: 'Two fields of a schema have the same name.' },
  unknown_resource: { severity: 'error', title: 'A foreign key refers to a resource that the package does not have.' },
  unknown_key_field: { severity: 'error', title: 'A key names a field that the schema does not have.' },

  unsafe_path: { severity: 'error', title: 'A path leads out of the package.' },
  missing_file: { severity: 'error', title: 'A file of the package is not there.' },
  remote_not_checked: { severity: 'warning', title: 'A file is on the web, and was not fetched.' },
  bytes_differ: { severity: 'error', title: 'A file has another size than the descriptor says.' },
  hash_differs: { severity: 'error', title: 'A file has another hash than the descriptor says.' },
  hash_not_checked: { severity: 'warning', title: 'A hash is of an algorithm that is not known here.' },
  format_not_checked: { severity: 'warning', title: 'A file is in a format or dialect that is not read here.' },

  byte_order_mark: { severity: 'warning', title: 'A file begins with a byte order mark.' },
  undecodable_text: { severity: 'error', title: 'A file is not in the encoding that the descriptor says.' },
  malformed_table: { severity: 'error', title: 'A table cannot be read to its end.' },
  header_missing: { severity: 'error', title: 'A table has no header row.' },
  header_differs: { severity: 'error', title: 'The header of a table does not match the fields of its schema.' },
  blank_row: { severity: 'error', title: 'A row is blank.' },
  too_few_cells: { severity: 'error', title: 'A row has fewer cells than the header.' },
  too_many_cells: { severity: 'error', title: 'A row has more cells than the header.' },

  field_not_checked: { severity: 'warning', title: 'A format or constraint of a field is not tested here.' },
  wrong_type: { severity: 'error', title: 'A cell is not of the type of its field.' },
  required: { severity: 'error', title: 'A cell of a required field is empty.' },
  not_in_enum: { severity: 'error', title: 'A value is none of those that its field lists.' },
  not_in_categories: { severity: 'error', title: 'A value is none of the categories of its field.' },
  below_minimum: { severity: 'error', title: 'A value is less than its field allows.' },
  above_maximum: { severity: 'error', title: 'A value is more than its field allows.' },
  too_short: { severity: 'error', title: 'A value is shorter than its field allows.' },
  too_long: { severity: 'error', title: 'A value is longer than its field allows.' },
  pattern_mismatch: { severity: 'error', title: 'A value does not match the pattern of its field.' },
  not_unique: { severity: 'error', title: 'A value stands twice in a field of unique values.' },

  primary_key_null: { severity: 'error', title: 'A part of a primary key is empty.' },
  primary_key_duplicate: { severity: 'error', title: 'Two rows have the same primary key.' },
  unique_key_duplicate: { severity: 'error', title: 'Two rows have the same unique key.' },
  foreign_key_unmatched: { severity: 'error', title: 'A foreign key refers to a row that is not there.' },
  foreign_key_not_checked: {
    severity: 'warning',
    title: 'A foreign key was not followed, since the table that it refers to was not read.',
  },

  not_a_yosan_row: {
    severity: 'error',
    title: 'A row of a yosan table has a value that this version of yosan does not know.',
  },
  check_differs: { severity: 'error', title: 'A check comes out otherwise than its row says.' },
  figures_total: { severity: 'error', title: 'A document has another number of figures than its row says.' },
  needs_review_total: {
    severity: 'error',
    title: 'A document has another number of figures that ask for review than its row says.',
  },
  issues_total: { severity: 'error', title: 'A document has another number of issues than its row says.' },
  programme_name: { severity: 'error', title: 'The programme of a figure is not that of its row in `programmes`.' },
  printed_value: { severity: 'error', title: 'An amount is not that of its printed digits, unit and sign.' },
  status_explains: {
    severity: 'error',
    title: 'The status of an amount does not explain why it has or lacks a value.',
  },
  change_yen: { severity: 'error', title: 'A change is not the amount less the previous amount.' },
} as const satisfies Record<string, ProblemRule>

export type ProblemId = keyof typeof problemRules
