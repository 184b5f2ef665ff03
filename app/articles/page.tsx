import { redirect } from "next/navigation";

/** Where somebody arrives who shortens an article's address. */
export default function ArticlesAddress(): never {
  redirect("/");
}
