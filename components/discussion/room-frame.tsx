import type { ReactNode } from "react";

type Props = {
  /** What is known of the article, above its text. */
  header: ReactNode;
  text: ReactNode;
  /** What a newcomer is to try: above the text where there is no room beside it. */
  firstSteps: ReactNode;
  /** What stands beside the text, where there is room. */
  beside?: ReactNode;
};

/** Where text and discussion stand. As served and in the room it is the same, so that nothing moves between them. */
export function RoomFrame({ header, text, firstSteps, beside }: Props) {
  return (
    <div className="mx-auto grid max-w-room grid-cols-1 gap-x-14 px-5 pt-8 pb-[60dvh] [@media(scripting:none)]:pb-8 phone:px-8 print:block print:p-0 desk:grid-cols-room desk:justify-center">
      <main id="main" className="mx-auto w-full min-w-0 max-w-story print:max-w-none">
        {header}
        {firstSteps && <div className="mb-6 desk:hidden print:hidden empty:hidden">{firstSteps}</div>}
        {text}
      </main>
      {beside}
    </div>
  );
}
