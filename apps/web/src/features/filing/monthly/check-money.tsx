import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { BillTable } from '../inspection/index.ts'
import style from './declaration.module.css'
import { filingMessages } from './filing-messages.ts'
import type { MonthlyBillQuery } from './declaration.generated.ts'

interface CheckMoneyProps {
  complete: boolean
  /** Null where nothing can be worked out; undefined while it is. */
  preview: MonthlyBillQuery['monthlyDeclaration']['preview'] | undefined
  failed: boolean
  onRetry: () => void
}

/** The month beside the last bill, by insurance, and what months that are billed already differ by. */
export function CheckMoney({ complete, preview, failed, onRetry }: CheckMoneyProps) {
  const t = useMessages(filingMessages)
  return (
    <section aria-labelledby="money" className={style.section}>
      <h2 id="money">{t('money')}</h2>
      {!complete ? (
        <p className={style.soft}>{t('moneyIncomplete')}</p>
      ) : failed ? (
        <Notice tone="refused">
          <p>{t('moneyFailed')}</p>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('again')}
          </Button>
        </Notice>
      ) : preview === undefined ? (
        <p className={style.soft}>{t('moneyLoading')}</p>
      ) : preview === null ? (
        <p className={style.soft}>{t('moneyUnknown')}</p>
      ) : (
        <Worked preview={preview} />
      )}
    </section>
  )
}

function Worked({ preview }: { preview: NonNullable<CheckMoneyProps['preview']> }) {
  const t = useMessages(filingMessages)
  const format = useFormat()
  const { nextBill, differenceBilled, differenceCredited, differencePeople: people } = preview
  return (
    <>
      <BillTable bill={nextBill} />
      {differenceBilled > 0 ? <p>{t('differenceBilled', { amount: format.yuan(differenceBilled), people })}</p> : null}
      {differenceCredited > 0 ? (
        <p>{t('differenceCredited', { amount: format.yuan(differenceCredited), people })}</p>
      ) : null}
    </>
  )
}
