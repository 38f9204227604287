export default {
  not_signed_in: "Your session has ended. Please sign in again.",
  forbidden: "You do not have permission to see this page or do this. Ask your organisation's administrator if you need it.",
  not_found: "This was not found. It may have been removed, or the address is wrong. Use the navigation to start again.",
  invalid_input: "Some entries are not right. Correct them as noted below each field and submit again.",
  conflict: "The data changed while you were working. Reload the page, check it and try again.",
  sign_in_failed: "The e-mail address or the password is not right. Check both and try again.",
  sign_in_throttled: "Too many sign-in attempts. Wait a few minutes and try again.",
  upload_too_large:
    "The file is larger than allowed. Keep only the county's data sheets, remove other sheets and pictures, and upload again.",
  upload_not_workbook: "The file is not an .xlsx workbook. Fill in the template, save it as .xlsx and upload it.",
  upload_unsafe:
    "The workbook holds content that is not allowed (external links, macros or abnormal compression). Paste the data into a fresh template and upload that.",
  upload_wrong_template: "The workbook does not match the template: sheets or headings are missing. Use the template from this page.",
  upload_wrong_county: "The workbook holds another county's data. Check the county code and upload again.",
  upload_has_errors: "The workbook did not pass all checks; nothing was stored. Correct the listed cells and upload again.",
  upload_expired: "This upload has expired or was already handled. Upload the workbook again.",
  upload_unreadable: "The workbook cannot be read; the file may be incomplete. Open it in WPS or Excel, save it again and upload it.",
  evidence_type_refused:
    "Only PDF, OFD, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), JPG and PNG files are taken, named as what they are and without macros. Save the file in one of these formats and upload it again.",
  evidence_too_large: "An evidence file may have at most 20 MB. Compress its pictures or split it, then upload it again.",
  evidence_full: "This item already has {{count}} evidence files. Merge or remove some before adding another.",
  evidence_published:
    "This year's judgement is published, so evidence can no longer be removed. If a file is wrong, ask an approver to withdraw the publication first.",
  rule_layer_refused: "This rule layer did not pass its checks and was not saved. Correct what is said under each entry.",
  no_dataset: "No data has been imported yet. Download the template, fill it in and import it.",
  scenario_changed_elsewhere: "This trial was changed elsewhere. Reload the page to see it as it is now, then make your change again.",
  scenario_locked: "The scenario is locked and cannot be changed. Ask an administrator or the approver to unlock it first.",
  run_failed: "The computation did not finish. Run it again; if it fails again, give the reference number to your administrator.",
  run_timed_out: "The computation ran out of time and was stopped. Use fewer years or measures and run it again.",
  run_out_of_memory: "The computation needed more memory than allowed and was stopped. Use fewer years or measures and run it again.",
  run_attempts_exhausted: "The computation was interrupted several times and is no longer retried. Run it again later.",
  nothing_published: "This county has not published its data. It appears here once it does.",
  not_published: "Nothing stands published for this year. Publish first, then sign or take into the ledger.",
  year_under_review:
    "The papers of this year are under review and can neither be published anew nor withdrawn. Recall them first, or wait until they are returned.",
  year_locked:
    "The province has locked the results of this year. To correct them, the province unlocks and they are returned level by level.",
  signature_outdated: "A newer version was published after the signature, which no longer holds. Sign the self-assessment again.",
  review_elsewhere: "The state of these papers has changed and this step is not possible now. Reload to see where they stand.",
  unavailable: "The service is not available at the moment. Try again shortly; what you entered is kept.",
  internal:
    "Something went wrong and the action was not completed. Try again; if it still fails, give the reference number to your administrator.",
};
