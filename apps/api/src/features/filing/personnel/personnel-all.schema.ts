import './personnel-list.schema.ts'
import './personnel-mutations.schema.ts'
import '../comparison/comparison.schema.ts'
