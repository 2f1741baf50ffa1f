import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { defineMessages } from '../../../shared/lib/messages.ts'

/** What the short names of laws stand for, and how an article of one is cited. */
const lawWords = defineMessages(
  {
    SIL: '社会保险法',
    ACL: '行政强制法',
    M20: '社会保险费申报缴纳管理规定',
    R765: '社会保险经办条例',
    M13: '实施社会保险法若干规定',
    whole: '《{law}》',
    article: '《{law}》第{first}条',
    range: '《{law}》第{first}条至第{last}条',
    and: '、',
  },
  {
    SIL: 'Social Insurance Law',
    ACL: 'Administrative Coercion Law',
    M20: 'Rules on Declaring and Paying Premiums',
    R765: 'Regulations on Handling Social Insurance',
    M13: 'Rules on Implementing the Social Insurance Law',
    whole: '{law}',
    article: '{law} {first}',
    range: '{law} {first}–{last}',
    and: ', ',
  },
)
type Law = 'SIL' | 'ACL' | 'M20' | 'R765' | 'M13'
const laws: readonly string[] = ['SIL', 'ACL', 'M20', 'R765', 'M13'] satisfies Law[]
const isLaw = (name: string): name is Law => laws.includes(name)

/** Turns `SIL 63, ACL 53-55` into what people read. */
export function useLaw(): (cited: string) => string {
  const t = useMessages(lawWords)
  const numeral = useLanguage().language === 'zh-CN' ? inHan : String
  return (cited) =>
    cited
      .split(', ')
      .map((one) => {
        const [name = '', articles] = one.split(' ')
        if (!isLaw(name)) return one
        const law = t(name)
        const [first, last] = (articles ?? '').split('-').filter(Boolean).map(Number)
        if (first === undefined) return t('whole', { law })
        if (last === undefined) return t('article', { law, first: numeral(first) })
        return t('range', { law, first: numeral(first), last: numeral(last) })
      })
      .join(t('and'))
}

const digits = '〇一二三四五六七八九'

/** Articles of these laws have at most two digits. */
function inHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const one = ones === 0 && tens > 0 ? '' : (digits[ones] ?? '')
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${one}`
}
