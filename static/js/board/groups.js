// Who is together: one card for each group, one for several, two that change places.
import { facts } from "./cards.js";
import { say, word } from "./words.js";
import { toast } from "../toast.js";

export class Groups {
  constructor(desk) {
    this.desk = desk;
  }

  get cards() {
    return this.desk.cards;
  }

  split(uid) {
    return this.desk.take({ verb: "split", uid }, uid);
  }

  /** All that are chosen, or what lies beside the card at the same time. */
  join(uid) {
    const others = this.chosenBeside(uid) ?? this.beside(uid).filter((other) => this.isSameTime(uid, other));
    if (!others.length) return this.ask();
    const uids = [uid, ...others];
    this.cards.clear();
    return this.desk.take({ verb: "join", uids }, uid, uids);
  }

  /** The other one that is chosen, or the only one beside the card. */
  swap(uid) {
    const others = this.chosenBeside(uid) ?? this.beside(uid);
    if (others.length !== 1) return this.ask();
    const [second] = others;
    this.cards.clear();
    return this.desk.take({ verb: "swap", first: uid, second }, uid, [uid, second]);
  }

  chosenBeside(uid) {
    const others = [...this.cards.chosen].filter((other) => other !== uid);
    return others.length ? others : null;
  }

  /** Cards of other lanes that overlap in time; ways are beside ways. */
  beside(uid) {
    const card = this.cards.find(uid);
    const own = facts(card);
    return this.cards.all
      .filter((each) => each.dataset.fixed === undefined && each !== card)
      .filter((each) => each.matches(".bd-way") === card.matches(".bd-way"))
      .map(facts)
      .filter((each) => !own.isIdea && !each.isIdea && each.day === own.day)
      .filter((each) => each.start < own.start + own.minutes && own.start < each.start + each.minutes)
      .filter(({ lanes: [from, wide] }) => from >= own.lanes[0] + own.lanes[1] || from + wide <= own.lanes[0])
      .map((each) => each.uid);
  }

  isSameTime(uid, other) {
    const [one, two] = [uid, other].map((each) => facts(this.cards.find(each)));
    return one.start === two.start && one.minutes === two.minutes;
  }

  ask() {
    const text = word("choose_other");
    say(text);
    toast(text, { kind: "plain" });
  }
}
