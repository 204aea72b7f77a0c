import { entry, type Vocabulary } from './vocabulary.js'

const open = '[(〔【\\[<]'
const close = '[)〕】\\]>]'
const grant = '(?:[A-Za-z一-龥]{0,12}(?:交付金|補助金)(?:等)?(?:中|内)?の)?'

/** 基金 is a flag where it ends a name or stands alone, none where a particle carries it on in a sentence. */
const fund = `[一-龥]{0,12}基金(?=$|[)〕】\\]・、,/: (（\\t\\d※])`

/** Money of computer systems that another agency books; the amount may stand inside the remark. */
const digital = 'デジタル庁 ?(?:一括)?計上(?:予算|経費)?分?'

/** Remarks printed beside amounts and names. */
export const flags: Vocabulary = {
  kind: 'flag',
  hint: /新規|新[)〕】\]]|皆[増減]|再掲|うち|内数|推計|基金|デジタル庁|特別会計|特会|組み?替|債務負担|年度負担|契約ベース|廃目|廃止|終了/u,
  entries: [
    entry('new', `${open} ?新規 ?${close}`),
    entry('new', '[〔【\\[] ?新 ?[〕】\\]]|^[(] ?新 ?[)]|^(?:新規|新) (?=[一-龥ぁ-んァ-ヶA-Za-z])'),
    entry('new', '(?<=円[)\\s*]*)新規(?![一-龥\\d]) ?|^新規$'),
    entry('new', `${open}? ?皆増 ?${close}?`),
    entry('partly_reposted', `${open} ?一部再掲 ?${close}|一部再掲`),
    entry('reposted', `${open} ?再掲 ?${close}|(?<=[\\s円※・])再掲(?![一-龥ぁ-ん])`),
    entry('pool', `(?<=円\\)? ?)の ?内数`),
    entry('part_of', `(?<![ぁ-ん])うち(?=、?[^。、]{0,30}\\d)|(?<=円[^ぁ-ん。]{0,12})のうち(?=[^。]{0,20}\\d)`),
    entry('part_of', `${open} ?内数 ?${close}|(?<!の ?)内数`),
    entry('includes_estimate', `※? ?${grant}推計額 ?を?(?:含む|含)`),
    entry('is_estimate', `※? ?${grant}推計額`),
    entry('fund', fund),
    entry(
      'excludes_digital_agency',
      `※? ?デジタル庁 ?(?:一括)?計上(?:予算|経費)?分?等?(?:を|は)?(?:除く|除き|含まない|含まず)`,
    ),
    entry('includes_digital_agency', `※? ?デジタル庁 ?(?:一括)?計上(?:予算|経費)?分?等?(?:を)?(?:含む|含み)`),
    entry('excludes_digital_agency', `※? ?${digital}(?=[^。()]{0,25}を除)`),
    entry('includes_digital_agency', `※? ?${digital}(?=[^。()]{0,25}を?含[むみ])`),
    entry('is_digital_agency', '※? ?デジタル庁 ?(?:一括)?計上(?:予算|経費)?分?'),
    entry(
      'special_account_included',
      '[一-龥]{0,12}(?:特別会計|特会)(?:への|からの)?(?:繰入(?:額|れ)?)?(?=[^。]{0,40}含)',
    ),
    entry('reclassified', `${open}? ?(?:組替え?|組み替え)後? ?${close}?(?!て)`),
    entry('ended', `${open}? ?皆減 ?${close}?|廃目|${open} ?(?:廃止|終了) ?${close}`),
    entry('commitment', '(?:国庫)?債務負担行為(?:限度額)?'),
    entry('outyear', '(?:新規)?後年度負担額?'),
    entry('contract', '契約ベース'),
  ],
}
