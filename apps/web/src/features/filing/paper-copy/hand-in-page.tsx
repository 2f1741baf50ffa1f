import { Button } from '@mantine/core'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { paperTones } from './paper-tones.ts'
import { PaperCopiesDocument } from './paper-copy.generated.ts'
import type { PaperCopiesQuery } from './paper-copy.generated.ts'
import style from './paper-copy.module.css'

type Copy = PaperCopiesQuery['paperCopies'][number]

/** What is to be handed in, by when; and what came, and who took it. */
export function HandInPage() {
  const t = useMessages(messages)
  const { data, error } = useQuery(PaperCopiesDocument, { fetchPolicy: 'cache-and-network' })
  if (error && !data) throw error
  const copies = data?.paperCopies
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {copies === undefined ? <Skeleton lines={6} /> : null}
      {copies?.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      <div className={style.cards}>
        {copies?.map((copy) => (
          <CopyCard key={copy.id} copy={copy} />
        ))}
      </div>
    </>
  )
}

function CopyCard({ copy }: { copy: Copy }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { declarationId, kind, formNo, status, dueOn, late, receivedOn, receivedBy, pages, keepUntil } = copy
  const cover = (lang: string) => `/documents/paper-cover/${declarationId}.pdf?lang=${lang}`
  const received = { date: receivedOn ? format.date(receivedOn) : '', pages: pages ?? 0 }
  return (
    <section className={style.card} data-late={late}>
      <header>
        <h2>
          {t(kind)} <small>{formNo}</small>
        </h2>
        <StatusBadge tone={paperTones[late ? 'LATE' : status]}>{t(late ? 'LATE' : status)}</StatusBadge>
      </header>
      {status === 'AWAITED' ? (
        <p className={style.due}>
          {dueOn ? t('dueBy', { date: format.date(dueOn) }) : t('noDay')}
          {late ? ` · ${t(`late${copy.consequence}`)}` : ''}
        </p>
      ) : null}
      {status === 'RETURNED' ? <p>{t('returnedText')}</p> : null}
      {status === 'RECEIVED' ? (
        <p>{receivedBy ? t('receivedBy', { ...received, name: receivedBy }) : t('receivedOn', received)}</p>
      ) : null}
      {status === 'RETURNED' ? null : (
        <>
          <h3>{t('checklist')}</h3>
          <ul>
            {copy.materials.map(({ code, zh, en, required }) => (
              <li key={code}>
                {language === 'en' ? en : zh}{' '}
                <small className="quiet">
                  {copy.came.includes(code) ? `✓ ${t('came')}` : t(required ? 'required' : 'optional')}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {status === 'AWAITED' ? (
        <p className={style.links}>
          <Button component="a" href={cover('zh-CN')} target="_blank" rel="noreferrer">
            {t('coverZh')}
          </Button>
          <Button component="a" href={cover('en')} target="_blank" rel="noreferrer" variant="default">
            {t('coverEn')}
          </Button>
        </p>
      ) : (
        <p className="quiet">{t('keepUntil', { date: format.date(keepUntil) })}</p>
      )}
    </section>
  )
}
