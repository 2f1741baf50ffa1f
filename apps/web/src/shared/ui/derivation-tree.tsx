import { withoutEchoes, wordExplanation, type Explanation, type WordedExplanation } from '@shebao/premium'
import { useLanguage } from '../lib/language-context.tsx'
import style from './money.module.css'

/** Steps down to this depth are open; what lies deeper opens one by one. */
const openDepth = 2

export function DerivationTree({ explanation }: { explanation: Explanation }) {
  const { language } = useLanguage()
  return <Step worded={wordExplanation(withoutEchoes(explanation), language)} depth={0} />
}

function Step({ worded, depth }: { worded: WordedExplanation; depth: number }) {
  const step = (
    <div className={style.step}>
      <span className={style.label}>{worded.label}</span>
      <span className={style.result}>{worded.result}</span>
      <span className={style.why}>{notesOf(worded).join(' · ')}</span>
    </div>
  )
  if (worded.inputs.length === 0) return step
  const inputs = (
    <ul className={style.inputs}>
      {worded.inputs.map((input, index) => (
        // The tree never changes while it is shown, so the place is a stable key.
        <li key={`${index}-${input.label}`}>
          <Step worded={input} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
  return (
    <details className={style.branch} open={depth < openDepth}>
      <summary>{step}</summary>
      {inputs}
    </details>
  )
}

function notesOf({ rule, rounding, articles, basis }: WordedExplanation): string[] {
  return [rule, rounding, ...articles, basis].filter((note) => note !== null)
}
