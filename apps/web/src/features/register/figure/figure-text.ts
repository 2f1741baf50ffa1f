import { serviceFigureWords } from '@shebao/kernel/service-figure-words'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { ServiceFigureRowFragment } from './figure.generated.ts'
import { messages } from './messages.ts'

export type FigureName = ServiceFigureRowFragment['name']
type Measured = Pick<ServiceFigureRowFragment, 'unit' | 'choices' | 'least' | 'most'>

/** A figure in words: its name, a value with its unit, and what it may be. */
export function useFigureText() {
  const t = useMessages(messages)
  const nameOf = useMessages(serviceFigureWords)
  const valueOf = ({ unit }: Pick<Measured, 'unit'>, count: number) => t(unit, { count })
  return {
    name: (name: FigureName) => nameOf(name),
    effect: (name: FigureName) => t(`effect_${name}`),
    value: valueOf,
    allowed: ({ unit, choices, least, most }: Measured) =>
      choices
        ? `${choices.slice(0, -1).join(t('list'))}${t('or')}${valueOf({ unit }, choices.at(-1) ?? most)}`
        : t('range', { least: String(least), most: valueOf({ unit }, most) }),
  }
}
export type FigureText = ReturnType<typeof useFigureText>

/** Whether a figure may be that. */
export const fits = ({ choices, least, most }: Measured, value: number): boolean =>
  choices?.includes(value) ?? (value >= least && value <= most)
