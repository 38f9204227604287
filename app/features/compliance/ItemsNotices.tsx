import { ErrorNotice, NoticeFromUrl, type ShownError } from "~/components/Notice";

/** What an action of these pages came to. */
export const ItemsNotices = ({ error }: { readonly error: ShownError | null | undefined }) => (
  <>
    <ErrorNotice error={error} />
    <NoticeFromUrl
      texts={{
        prepared: "items:notice.prepared",
        attested: "items:notice.attested",
        added: "items:notice.added",
        removed: "items:notice.removed",
      }}
    />
  </>
);
