/** Words of budget sentences. Texts are repaired before: half-width digits and brackets. */

/** `対前年度比`, `前年比`, `比較増減`: the amount that follows is a difference. */
export const compares =
  /^\s*(?:対(?:前年度?|前回|当初|現計|前期)|前年度?(?:当初)?(?:予算)?額?(?:比|対比)|(?:比較)?増減額?|差引|同(?:比|増減額?)?\s*$)/u

/** `前年度に比べて`, `前年度より`: what follows is a difference. */
export const than =
  /(?:対?(?:前|昨)年度?|前回|(?:令和|平成|R|H) ?(?:元|\d{1,2})年度)?(?:の)?(?:当初)?(?:予算)?額?(?:に比べ(?:て|ると)?|と比(?:べ|較)(?:して|すると|し|て|ると)?|より(?:も)?|対前年度?(?:当初)?(?:予算)?額?比?較?|前年度?(?:当初予算)?比)(?:、|で|は|\s)*$/u

/** `2.3%増の`: growth told before the amount that has grown. */
export const grown =
  /(?:対?(?:前|昨)年度?(?:当初)?(?:予算)?額?(?:比|に比べ(?:て)?|より)?[、\s]*)?(?:約)?\d+(?:\.\d+)?%(?:の)?(?:増|減)(?:額|加|少)?(?:の|となる|で|、)+$/u

/** What one person, house or month gets. */
export const each =
  /(?:(?:1|一|各)(?:人|名|件|世帯|台|回|戸|基|校|園|団体|事業者|か所|箇所|頭|本|冊|組|店舗|日|月|年|時間|区画|口|乗車|袋|枚|食|泊|品目|床|社|棟)(?:につき|ごとに)?(?:(?:あ|当)たり)?|(?:あ|当)たり|月額|日額|年額|時給|時間額|単価|一律|上乗せ分?)(?:の|で|は|を|、|:)?(?:約)?\s*$/u

/** What is reckoned and not paid: savings, losses, effects. */
export const effects = /節約|試算|推計|効果|損失/u

export const times =
  /^\s*(?:[×x✕✖]\s*\d|ずつ|[/／]\s*(?:\d+ ?)?(?:a|ha|㎡|m2|kg|t|人|件|戸|台|世帯|頭|羽|月|日|年)(?![A-Za-z]))/u

/** Bounds of support: amounts up to which a cost is borne. */
export const capBefore = /(?:上限額?|補助限度額)(?:を|が|は|に|:)?\s*$/u
export const capBehind = /^(?:[(（][^)）]*[)）])?(?:まで|以内|を上限|を限度)(?:を|が)?(?:に|と|補助|上限|対象)/u

/** `歳入歳出予算の総額は、歳入歳出それぞれ`: the article of a budget that states its total. */
export const totalOfAct = /予算の総額(?:は|を)、?(?:歳入歳出)?(?:それぞれ)?、?$/u
export const changeOfAct = /予算の総額(?:に|から)、?(?:(?:歳入歳出)?それぞれ)?$/u
export const totalAfter =
  /(?:補正後(?:の)?(?:[一-龥]*会計(?:の)?)?(?:予算)?(?:の)?(?:総額|額|規模)?(?:は|が)?|(?:追加|減額)し、?(?:予算の)?総額を)、?(?:歳入歳出)?(?:それぞれ)?$/u

/** Money that no budget appropriates: balances, ceilings of loans, settled and computed amounts. */
export const noBudget =
  /(?:残高|現在高|最高額|限度額|一時借入金|不足(?:する)?額|留保資金|調整額|決算額?|実績額?|課税標準額?|効果額?|減免(?:総)?額|需要額|算定額?|評価額|損失額?|被害額)(?:等|は|が|で|を|も|:|>|＞|】|、|\s)*$/u

/** A sum over several years or budgets. */
export const sumOfSeveral = /(?:総事業費|全体事業費|総工費|継続費(?:の)?総額|総額|合計)(?:は|で|が)?、?(?:約)?$/u
export const several = /あわせ|合わせ|合せ|全体|[2-9] ?か?年(?:間|度)|継続費/u

/** A list goes on or ends behind the amount. */
export const listed = /^\s*(?:$|[、。,(（等\s・]|など|他|ほか|及び|と)/u

/** Sentences that appropriate, and those that may. */
export const appropriates = /^[^。]*?(?:計上|予算化|盛り込)/u
export const mayAppropriate = /^[^。]*?(?:計上|予算化|盛り込|措置|要求)/u

/** Only a year: `R3・`, `令和3年度 `. */
export const onlyYear =
  /^\s*(?:令和|平成|[RHrh])?\.? ?(?:元|\d{1,2}|20\d{2})(?:年度?)?(?:当初|予算額?|の|は)*\s*[・:：、]?\s*$/u
export const lastYear = /(?:^|[、。\sはが])(?:昨年度?|前年度?|前回)(?:当初)?(?:予算)?額?(?:は|の|:)?\s*$/u

/** Printed scales that are no names of money: for a year, a place, so many times. */
export const scale = /[/／×xあ当]|年間|月額|年額|規模|上限|単価|(?:支援|補助|助成|交付|配分)額|\d/u

/** `前年度の`, with `に比べ` behind: the amount of the year before that the sentence compares with. */
export const ofLastYear = /(?:前|昨)年度(?:の)?(?:当初)?(?:予算)?(?:額)?の?$/u
export const comparedTo = /^\s*(?:に比べ|に比し|と比べ|と比較|から|より|を[上下]回)/u

/** `(前年度`, behind an amount: the amount in the bracket is the year before's. */
export const lastYearBehind = /^[(（]\s*(?:前|昨)年度(?:当初)?(?:予算)?額?(?:は|:)?\s*$/u

/** `このうち、`, `うち` at the head of a clause: what follows is a part of the money before. */
export const ofThese = /(?:^|[。、\s・])(?:この|その)?うち(?:、|主に)?(?=[^。、]+$)/u

/** `上記のほか、`: the sentence names money that the table above leaves out. */
export const besides = /(?:上記|本表|上表|この|これら?|表)の(?:ほか|他)(?:に)?、/u

/** The verb of a sentence that states a sum: it is, becomes, is expected. */
export const states = /^(?:$|です|で、|であ|とな|と見込|を計上|の|[。、])/u

/** Why a topic is so high: `個人所得の伸び等により`, between the topic and its amount. */
export const reason = /(?<=[はがも])、?[^、。はがも]{2,30}(?:により|によって|に伴い|に伴って|で|から)、?$/u

/** Some accounts added up: `特別会計、企業会計を合わせた総額は`. */
export const sumOfAccounts =
  /会計(?:など|等)?を(?:すべて|全て)?(?:合わせた|あわせた|合計した|加えた)(?:予算)?(?:の)?(?:総額|総計|合計|規模)(?:は|が)、?$/u
export const allAccounts = /(?:^|[、。でし])((?:全|全ての|すべての)会計の?(?:合計|総計|総額))(?:は|が|で)、?$/u
