// Deeds are told kind by kind, each word only where records of its kind are there; the joints follow what is left.
const appraisedOr = "achievementsEvaluated|achievementsRegistered";
export const awardedOr = "awardsScienceProgress|awardsProvincial";
export const served = `做好[成果{?${appraisedOr}}][鉴定{?achievementsEvaluated}][、{?achievementsEvaluated}{?achievementsRegistered}][登记{?achievementsRegistered}][和{?${appraisedOr}}{?${awardedOr}}][奖励推荐{?${awardedOr}}]的全程服务`;
export const held =
  "深入开展[科技培训{?trainingSessions}][、{?trainingSessions}{?countrysideVisits}][科技下乡{?countrysideVisits}][和{?trainingSessions|countrysideVisits}{?scienceWeeks}][科技活动周{?scienceWeeks}]等群众性科技活动{?trainingSessions|countrysideVisits|scienceWeeks}";
export const handedOut = "[，发放宣传资料{activityMaterials}][，接待咨询{activityConsultations}]";
