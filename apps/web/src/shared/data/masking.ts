/** Marks that the generated types carry: whose fragment something is, and which fragments are hidden in it. */
type Mark = ' $fragmentName' | ' $fragmentRefs'

/** What a page hands to a component that reads its own fragment: the object, without the fragment's fields. */
export type FragmentType<Fields> = [Fields] extends [{ ' $fragmentName'?: infer Name }]
  ? Name extends string
    ? { ' $fragmentRefs'?: { [One in Name]: Fields } }
    : never
  : never

/** All that was asked for: the fields of every fragment stand beside the others, to any depth. */
export type Unmasked<Data> = Data extends { ' $fragmentRefs'?: infer Hidden }
  ? Unmasked<Omit<Data, Mark> & Together<Fitting<Omit<Data, Mark>, NonNullable<Hidden>>>>
  : { [Field in keyof Data as Exclude<Field, Mark>]: Within<Data[Field]> }

/** Objects of the contract say their type; what does not is a value. */
type Within<Value> = Value extends readonly unknown[]
  ? Within<Value[number]>[]
  : Value extends { __typename: string }
    ? Unmasked<Value>
    : Value

/** Of an interface's or union's fragments those that this very type can have. */
type Fitting<Own, Hidden> = {
  [One in keyof Hidden]: Fits<Own, NonNullable<Hidden[One]>>
}[keyof Hidden]
type Fits<Own, Part> = Part extends unknown
  ? [Own & Part] extends [never]
    ? never
    : Omit<Part, ' $fragmentName'>
  : never

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (one: infer All) => void
  ? All
  : never
