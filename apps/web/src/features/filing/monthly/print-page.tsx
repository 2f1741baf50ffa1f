import { Button } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useParams } from 'react-router'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ChangeList } from './change-list.tsx'
import { declarationMessages } from './declaration-messages.ts'
import { filingMessages } from './filing-messages.ts'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import { useMonthlyTitle } from '../../../shared/case/monthly-state.tsx'
import { ShowMore } from '../../../shared/ui/show-more.tsx'
import style from './print-page.module.css'
import { useChangePages } from './use-change-pages.ts'

/** The receipt of the last version handed in, and its form as a file: who, which month, its number and hash, and the changes. */
export function PrintPage() {
  const t = useMessages(filingMessages)
  const heads = useMessages(declarationMessages)
  const words = useMessages(monthlyWords)
  const titleOf = useMonthlyTitle()
  const format = useFormat()
  const { id = '' } = useParams()
  const { declaration, error, fetchMore } = useChangePages(id, 'ALL')
  if (error && !declaration) throw error
  if (!declaration) return <Skeleton lines={8} />
  const { receipt, unit, period, filing, changes, editable } = declaration
  const above = <Link to={`/employer/monthly/${id}`}>{titleOf(declaration)}</Link>
  if (!receipt || editable)
    return (
      <>
        <PageHeader title={t('printTitle')} above={above} />
        <EmptyState title={t('noReceipt')} />
      </>
    )
  return (
    <>
      <PageHeader
        title={t('printTitle')}
        lead={t('printHint', { version: String(receipt.version) })}
        above={above}
        next={
          <div className={style.files}>
            {(['zh-CN', 'en'] as const).map((language) => (
              <Button
                key={language}
                component="a"
                href={`/documents/monthly/${id}/${receipt.version}.pdf?lang=${language}`}
                target="_blank"
                rel="noopener"
                variant={language === 'zh-CN' ? 'filled' : 'default'}
                leftSection={<IconFileTypePdf size={18} aria-hidden />}
              >
                {t(language === 'zh-CN' ? 'pdfZh' : 'pdfEn')}
              </Button>
            ))}
          </div>
        }
      />
      <article className={style.sheet}>
        <Facts
          facts={[
            [t('unit'), unit.unitName],
            [t('registrationNo'), unit.registrationNo],
            [t('period'), format.period(period)],
            [t('kind'), words(filing)],
            [t('formNo'), receipt.formNo],
            [t('version'), String(receipt.version)],
            [t('submittedAt'), format.instant(receipt.submittedAt)],
            [t('count'), format.count(receipt.people)],
            ...(receipt.verifyCode === null ? [] : ([[t('verifyCode'), receipt.verifyCode]] as const)),
            [
              t('hash'),
              <span key="hash" className={style.hash}>
                {receipt.contentHash}
              </span>,
            ],
          ]}
        />
        {changes.edges.length > 0 ? <ChangeList rows={changes.edges.map(({ node }) => node)} notes={[]} /> : null}
        <ShowMore page={changes.pageInfo} fetchMore={fetchMore}>
          {heads('more')}
        </ShowMore>
        <p className={style.seal}>{t('sealHere')}</p>
        {receipt.verifyCode === null ? null : <p className="quiet">{t('verifyAt')}</p>}
      </article>
    </>
  )
}
