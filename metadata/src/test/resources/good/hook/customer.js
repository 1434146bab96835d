export default {
  beforeSave(record, ctx) { record.name = record.name.trim() },
}
