import type { BankEvent } from '@shebao/bank-protocol'

/** What the payer, and the bank, do with an order. */
export type OrderEnd = 'PAYS' | 'PAYS_LESS' | 'PAYS_MORE' | 'LACKS_MONEY'
/** What a bank says that it should not say. */
export type Contradiction = 'FAILED_AFTER_ALL' | 'OTHER_REFERENCE' | 'OTHER_AMOUNT' | 'NO_REFERENCE'

interface Order {
  readonly key: string
  readonly amount: number
  readonly said: BankEvent[]
}

/**
 * A bank that pays, fails, and tells of it late, twice, in the wrong order and against what it said before. What it says waits until
 * a move of the story delivers it.
 */
export class Bank {
  readonly orders: Order[] = []
  readonly waiting: BankEvent[] = []
  readonly delivered: BankEvent[] = []

  order(key: string, amount: number): void {
    this.orders.push({ key, amount, said: [] })
  }

  /** An order ends once. */
  end(nth: number, how: OrderEnd, occurredAt: string): BankEvent | undefined {
    const open = this.orders.filter(({ said }) => said.length === 0)
    const order = open[nth % Math.max(1, open.length)]
    if (!order) return undefined
    const paid = {
      PAYS: order.amount,
      PAYS_LESS: Math.ceil(order.amount / 2),
      PAYS_MORE: order.amount + 1,
      LACKS_MONEY: 0,
    }
    return how === 'LACKS_MONEY'
      ? this.#say(order, { type: 'FAILED', amount: order.amount, reference: null, failure: 'INSUFFICIENT', occurredAt })
      : this.#say(order, { type: 'PAID', amount: paid[how], reference: `R-${order.key}`, failure: null, occurredAt })
  }

  contradict(nth: number, how: Contradiction, occurredAt: string): BankEvent | undefined {
    const told = this.orders.filter(({ said }) => said.length > 0)
    const order = told[nth % Math.max(1, told.length)]
    const last = order?.said.at(-1)
    if (!order || !last) return undefined
    const paid = { type: 'PAID', amount: order.amount, reference: `R-${order.key}`, failure: null, occurredAt } as const
    const wrong = {
      FAILED_AFTER_ALL: { ...paid, type: 'FAILED', reference: null, failure: 'ACCOUNT_FROZEN' },
      OTHER_REFERENCE: { ...paid, reference: `X-${order.key}-${order.said.length}` },
      OTHER_AMOUNT: { ...paid, amount: order.amount + 7 },
      NO_REFERENCE: { ...paid, reference: null },
    } as const
    return this.#say(order, wrong[how])
  }

  deliver(nth: number): BankEvent | undefined {
    const [event] = this.waiting.splice(nth % Math.max(1, this.waiting.length), 1)
    if (event) this.delivered.push(event)
    return event
  }

  deliverAgain(nth: number): BankEvent | undefined {
    return this.delivered[nth % Math.max(1, this.delivered.length)]
  }

  #say({ key, said }: Order, what: Pick<BankEvent, 'type' | 'amount' | 'reference' | 'failure' | 'occurredAt'>) {
    const event: BankEvent = { eventId: `${key}-event-${said.length + 1}`, key, sequence: said.length + 1, ...what }
    said.push(event)
    this.waiting.push(event)
    return event
  }
}
