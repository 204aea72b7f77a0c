/**
 * The 節 of expenditure in the order of their numbers, as 地方自治法施行規則 (昭和22年内務省令第29号) names them for all
 * municipalities: article 15 (2) and its 別記, 歳出予算に係る節の区分. First those in force since fiscal year 2020, then those
 * before: 賃金 was the seventh.
 */
const present = [
  '報酬',
  '給料',
  '職員手当等',
  '共済費',
  '災害補償費',
  '恩給及び退職年金',
  '報償費',
  '旅費',
  '交際費',
  '需用費',
  '役務費',
  '委託料',
  '使用料及び賃借料',
  '工事請負費',
  '原材料費',
  '公有財産購入費',
  '備品購入費',
  '負担金、補助及び交付金',
  '扶助費',
  '貸付金',
  '補償、補塡及び賠償金',
  '償還金、利子及び割引料',
  '投資及び出資金',
  '積立金',
  '寄附金',
  '公課費',
  '繰出金',
]

const former = present.toSpliced(6, 0, '賃金')

/** What the regulation calls the 節 of a number, now and before. */
export const setsuNamesOf = (code: string): string[] =>
  [present, former].flatMap((names) => names[Number(code) - 1] ?? [])
