import { useMessages } from '../../../shared/lib/language-context.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { enforcementMessages } from './enforcement-messages.ts'
import style from './enforcement.module.css'

/** In the order of the procedure. */
const kinds = ['ORDER', 'DEMAND', 'ALLOCATION', 'GUARANTEE'] as const

/**
 * The employer's place for papers of enforcement (SIL 63): what can be done about each, and until when. None is served through the
 * product before the procedure itself is there; until then it says so, and what each kind would ask.
 */
export function EnforcementPapers() {
  const t = useMessages(enforcementMessages)
  return (
    <section id="enforcement" className={style.papers} aria-labelledby="enforcement-title">
      <h2 id="enforcement-title">{t('title')}</h2>
      <p className={style.none}>{t('none')}</p>
      <details>
        <summary>{t('kinds')}</summary>
        <PlainTable caption={t('kinds')} columns={[t('kind'), t('what'), t('until')]}>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(kind)}</th>
              <td>{t(`${kind}what`)}</td>
              <td>{t(`${kind}until`)}</td>
            </tr>
          ))}
        </PlainTable>
        <p className={style.none}>{t('law')}</p>
      </details>
    </section>
  )
}
